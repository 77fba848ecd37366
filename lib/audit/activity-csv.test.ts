import { describe, expect, it } from 'vitest';
import { transaction } from '@/db';
import { newCustomer, newPartner } from '@/lib/testing/tenants';
import { activityCsv } from './activity-csv';
import { activitySearch } from './activity-search';
import { recordEvent } from './record';

const download = async (...given: Parameters<typeof activityCsv>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(await activityCsv(...given)).arrayBuffer());

describe('the activity log as CSV', () => {
  it('says each event in a line, in words, and nothing that a spreadsheet would run', async () => {
    const { actor, tenant } = await newPartner('direct', 'global_admin');
    const customer = await newCustomer(`=Contoso, "${tenant.id}"`);
    const concerned = { partnerId: tenant.id, customerId: customer.tenant.id, subjectId: actor.id };
    await transaction(() =>
      recordEvent('upload.received', actor, { ...concerned, detail: { total: 2, batch: '=1+1', dap: null } }),
    );
    const lines = (await download(actor, activitySearch.parse({}))).split('\r\n');
    expect(lines[0]).toBe(
      '\ufeffTime,Person,Organization,Action,What happened,Customer,Partner,Provider,Details,Subject id,Event,Hash',
    );
    expect(lines[1]).toMatch(/^20\d\d-\d\d-\d\dT[\d:.]+Z,/);
    const name = `=Contoso, ""${tenant.id}""`;
    expect(lines[1]).toContain(
      `,${actor.name},${tenant.name},Devices uploaded,"Uploaded 2 rows for ${name} into the batch “=1+1”","'${name}",` +
        `${tenant.name},,Batch: =1+1; Rows in the file: 2,${actor.id},`,
    );
    expect(lines[1]).toMatch(/,\d+,[0-9a-f]{64}$/);
    expect(lines[2]).toBe('');
  });

  it('has every event that a search finds, in more than one piece', async () => {
    const { actor } = await newPartner('direct', 'global_admin');
    await transaction(async () => {
      for (let i = 0; i < 1005; i++) await recordEvent(i < 3 ? 'session.ended' : 'session.started', actor, {});
    });
    expect((await download(actor, activitySearch.parse({}))).trimEnd().split('\r\n')).toHaveLength(1006);
    const ended = await download(actor, activitySearch.parse({ action: 'session.ended' }));
    expect(ended.trimEnd().split('\r\n')).toHaveLength(4);
  });

  it('refuses before it has sent a line', async () => {
    const { actor } = await newPartner('direct', 'sales_agent');
    await expect(activityCsv(actor, activitySearch.parse({}))).rejects.toMatchObject({ code: 'denied' });
  });
});
