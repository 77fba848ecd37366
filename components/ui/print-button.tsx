'use client';

import { Button } from './button';

/** Opens the browser's print dialog for the page. */
export const PrintButton = () => (
  <Button variant="secondary" onClick={() => window.print()}>
    Print
  </Button>
);
