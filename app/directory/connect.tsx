'use client';

import { DirectoryButton } from '@/components/directory/directory-button';
import { beginConnecting } from './actions';

/** Signs in at Microsoft to show whose directory it is; `next` is this page. */
export const Connect = ({ next }: { next: string }) => (
  <DirectoryButton
    label="Connect Microsoft Entra ID"
    next={next}
    prompt="login"
    before={beginConnecting}
    className="justify-self-start"
  />
);
