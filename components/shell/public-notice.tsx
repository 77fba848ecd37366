'use client';

import { buttonClass } from '@/components/ui/button';
import { Notice } from './notice';
import { PublicFrame } from './public-frame';

interface PublicNoticeProps {
  home: string;
  title: string;
  sentences: string[];
  action: { href: string; label: string };
}

/**
 * A page of its own that has only something to say. A client component for its weight alone: what a page falls back to comes
 * along with every page, and this way only its words do.
 */
export const PublicNotice = ({ home, title, sentences, action }: PublicNoticeProps) => (
  <PublicFrame home={home}>
    <Notice
      title={title}
      action={
        <a href={action.href} className={buttonClass()}>
          {action.label}
        </a>
      }
    >
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  </PublicFrame>
);
