import { auditCalls } from './audit-calls';
import { batchCalls } from './batch-calls';
import type { Call } from './call';
import { conflictCalls } from './conflict-calls';
import { customerCalls } from './customer-calls';
import { deviceCalls } from './device-calls';
import { identifyCalls } from './identify-calls';
import { neighborCalls } from './neighbor-calls';
import { policyCalls } from './policy-calls';
import { relationshipCalls } from './relationship-calls';
import { requestCalls } from './request-calls';
import { updateCalls } from './update-calls';
import { webhookCalls } from './webhook-calls';

/** Every call of the API; an address without a parameter comes before one with it. */
export const calls: readonly Call[] = [
  ...relationshipCalls,
  ...customerCalls,
  ...batchCalls,
  ...deviceCalls,
  ...identifyCalls,
  ...policyCalls,
  ...updateCalls,
  ...neighborCalls,
  ...requestCalls,
  ...conflictCalls,
  ...auditCalls,
  ...webhookCalls,
];
