import { describe, expect, it } from 'vitest';
import { newConsent, newCustomer, newPartner } from '@/lib/testing/tenants';
import { customerSearch } from './customer-search';
import { customersCsv } from './customers-csv';

const all = customerSearch.parse({});
const text = async (stream: ReadableStream<Uint8Array>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(stream).arrayBuffer());

describe('the export of customers', () => {
  it('has a header, one line each, and nothing a spreadsheet would run', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    const contoso = await newCustomer('Contoso, Ltd');
    const evil = await newCustomer('=HYPERLINK("https://evil.example")');
    const grantedAt = new Date('2026-02-03T04:05:06.789Z');
    await newConsent(contoso, tenant, { grantedAt, dap: true });
    await newConsent(evil, tenant, { grantedAt });
    expect(await text(await customersCsv(actor, all))).toBe(
      [
        '\ufeffCompany,Domain,Tenant id,Relationship,Delegated administration,Since',
        `"'=HYPERLINK(""https://evil.example"")",${evil.tenant.domain},${evil.tenant.id},Reseller,Not granted,2026-02-03T04:05:06.789Z`,
        `"Contoso, Ltd",${contoso.tenant.domain},${contoso.tenant.id},Reseller,Granted,2026-02-03T04:05:06.789Z`,
        '',
      ].join('\r\n'),
    );
  });

  it('is a header alone when there is nobody', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    expect((await text(await customersCsv(actor, all))).split('\r\n')).toHaveLength(2);
  });

  it('is refused before the first byte', async () => {
    await expect(customersCsv(null, all)).rejects.toMatchObject({ code: 'signed_out' });
    const { admin } = await newCustomer();
    await expect(customersCsv(admin, all)).rejects.toMatchObject({ code: 'denied' });
  });
});
