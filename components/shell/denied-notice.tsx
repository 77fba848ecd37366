'use client';

import { Notice } from './notice';

/** Inside a person's own place: the page exists, their role does not reach it. */
export const DeniedNotice = () => (
  <Notice title="Your role does not allow this">
    <p>Ask a global administrator of your organization for a role that does.</p>
  </Notice>
);
