'use client';

import { Notice } from './notice';

/** Says the same of what does not exist and of what others may see. */
export const MissingNotice = () => (
  <Notice title="Page not found">
    <p>There is nothing here that you can see. It may have been moved, or never existed.</p>
  </Notice>
);
