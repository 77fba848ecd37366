'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { type Formats, formatsOf, type Reading } from './formats';

const Reader = createContext<Reading>({ locale: null, timeZone: null });

/** Around everything: what a browser renders reads as what the server rendered. */
export const ReaderProvider = ({ locale, timeZone, children }: Reading & { children: ReactNode }) => (
  <Reader value={{ locale, timeZone }}>{children}</Reader>
);

/** Dates and numbers as the reader has them. On the server `#formats` is another file, of the same name for everyone who asks (decision 0035). */
export const useFormats = (): Formats => formatsOf(useContext(Reader));
