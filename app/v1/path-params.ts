import { z } from 'zod';

const guid = (what: string) =>
  z
    .string()
    .toLowerCase()
    .pipe(z.uuid(`This is not the id of a ${what}, which is a GUID.`));

export const noParams = z.object({});
export const ofCustomer = z.object({ customerId: guid('customer') });
export const ofBatch = ofCustomer.extend({ batchId: z.string().min(1).max(1000) });
export const ofDevice = ofBatch.extend({ deviceId: guid('device') });
export const ofJob = ofCustomer.extend({ jobId: guid('job') });
export const ofRequest = z.object({ requestId: guid('consent request') });
export const ofConflict = z.object({ conflictId: guid('conflict') });
export const ofPolicy = ofCustomer.extend({ policyId: guid('policy') });
