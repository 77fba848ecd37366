import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { currentPreferences } from '@/app/current-formats';
import { CopyOnClick } from '@/components/ui/copy-on-click';
import { ReaderProvider } from '@/components/ui/reader-formats';
import { SoftNavigation } from '@/components/ui/soft-navigation';
import './globals.css';
import { ViewingBanner } from './viewing/viewing-banner';

export const metadata: Metadata = {
  title: { default: 'Countersign', template: '%s · Countersign' },
  description: 'Partners ask, customers countersign, devices get registered.',
  robots: { index: false },
};

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await currentPreferences();
  return { colorScheme: theme ?? 'light dark' };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made before the request has no nonce, and its scripts would not run.
  await connection();
  const { locale, timeZone, theme } = await currentPreferences();
  return (
    <html lang="en" data-theme={theme ?? undefined}>
      <body className="min-h-dvh">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-4 focus:py-2 focus:text-on-accent"
        >
          Skip to content
        </a>
        <ReaderProvider locale={locale} timeZone={timeZone}>
          <ViewingBanner />
          {children}
        </ReaderProvider>
        <SoftNavigation />
        <CopyOnClick />
      </body>
    </html>
  );
}
