import { describe, expect, it } from 'vitest';
import { type PartnerType, scopesOf } from '@/lib/auth/actor';
import { changeScopes } from '@/lib/clients/change-scopes';
import { newProgram } from '@/lib/testing/api-calls';
import { askSample, sampleNames, sampleOf } from '@/lib/testing/api-samples';
import { newApiWorld } from '@/lib/testing/api-world';
import { newTenant } from '@/lib/testing/tenants';
import { api } from './api';

const answering = (request: Request) => api.fetch(request);
/** Refused for want of a scope, whoever asks for what. */
const unscoped = '403 900150';
const told = ({ status, json }: { status: number; json?: { code?: string } }) => `${status} ${json?.code ?? ''}`.trim();

describe('every call, as every scope', () => {
  it.each(scopesOf({ partnerType: 'direct' }))(
    '%s lets in to exactly the calls that are written down',
    async (scope) => {
      const of = await newApiWorld(answering);
      await changeScopes(of.owner, { clientId: of.client.id, scopes: [scope] });
      const passed: string[] = [];
      // What changes things comes last, and the end of the relationship after all of it.
      const order = (name: string) => ['get', 'post', 'put', 'patch', 'delete'].indexOf(name.split(' ')[0] ?? '');
      const ending = 'patch /customers/{customerId}';
      const names = sampleNames.toSorted((a, b) => order(a) - order(b)).filter((name) => name !== ending);
      for (const name of [...names, ending]) if (told(await askSample(name, of)) !== unscoped) passed.push(name);
      const allowed = sampleNames.filter((name) => sampleOf(name).scopes.includes(scope));
      expect(passed.toSorted()).toEqual(allowed.toSorted());
    },
  );
});

describe('every call, as every type of partner', () => {
  it.each<PartnerType>(['direct', 'indirect_provider', 'oem'])(
    'a stranger that is %s is told the same of another’s customer as of one that never was',
    async (type) => {
      const of = await newApiWorld(answering);
      const stranger = await newProgram(answering, { type });
      for (const name of sampleNames.filter((one) => one.includes('{customerId}'))) {
        const there = await askSample(name, { ...of, ...stranger });
        const nowhere = await askSample(name, { ...of, ...stranger, customerId: crypto.randomUUID() });
        expect(type === 'oem' ? ['403 20002', unscoped] : ['403 20002'], name).toContain(told(there));
        expect(nowhere.text).toBe(there.text);
      }
    },
  );

  it('an indirect reseller is not known at any, whatever its rows say', async () => {
    const of = await newApiWorld(answering);
    const reseller = await newProgram(answering, {
      tenant: await newTenant('partner', { partnerType: 'indirect_reseller' }),
    });
    for (const name of sampleNames)
      expect([name, told(await askSample(name, { ...of, ...reseller }))]).toEqual([name, '401 800001']);
  });
});
