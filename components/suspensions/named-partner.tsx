import { SuspendedNote } from './suspended-note';

/** A partner in another partner's list, and whether support has it suspended. */
export const NamedPartner = ({ name, suspendedAt }: { name: string; suspendedAt: Date | null }) => (
  <>
    {name}
    {suspendedAt && <SuspendedNote since={suspendedAt} />}
  </>
);
