import type { tenants } from '@/db/schema';
import type { JudgedAsk } from './judge';
import type { ConsentKind } from './names';

type TenantRow = typeof tenants.$inferSelect;

/** What a link asks for, a personal or a standing one: all that decides what a person is shown and whether they may answer. */
export interface Asked {
  /** The id of the request, or of the standing link. */
  id: string;
  standing: boolean;
  kind: ConsentKind;
  dap: boolean;
  partner: TenantRow;
  provider: TenantRow | null;
  /** Who sent the request, an API client without id and address; a standing link is the partner's own. */
  requester: { id: string | null; name: string; email: string | null } | null;
  judged: JudgedAsk;
}
