import { cache, use } from 'react';
import { type Formats, formatsOf } from '@/components/ui/formats';
import { ownActor, type Preferences, type UserActor } from '@/lib/auth/actor';
import { currentActor } from '@/lib/auth/session';

const nobodys: Preferences = { locale: null, timeZone: null, theme: null };

/** A person's own, with whoever's eyes they look; a visitor has chosen nothing. */
export const preferencesOf = (actor: UserActor | null): Preferences => (actor ? ownActor(actor).preferences : nobodys);

/** How whoever asks for this page wants to read. A page whose own question fails says so itself. */
export const currentPreferences = cache(
  async (): Promise<Preferences> => preferencesOf(await currentActor().catch(() => null)),
);

/** Dates and numbers as the person signed in reads them, for pages and whatever else is async. */
export const currentFormats = cache(async (): Promise<Formats> => formatsOf(await currentPreferences()));

/** The same for all other components that the server renders: what `#formats` is there (decision 0035). */
export const useFormats = (): Formats => use(currentFormats());
