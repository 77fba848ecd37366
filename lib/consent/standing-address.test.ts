import { describe, expect, it } from 'vitest';
import { looksStanding, readStandingAddress, writeStandingAddress } from './standing-address';

const fabrikam = '0198f0a4-0000-7000-8000-00000000000a';
const northwind = '0198f0a4-0000-7000-8000-00000000000b';
const adatum = '0198f0a4-0000-7000-8000-00000000000c';
const code = `${'Ab-_9'.repeat(8)}xyz`;
const direct = { invType: 'ResellerRelationship', partnerId: fabrikam, msppId: code, DAP: 'true' };
const indirect = { invType: 'IndirectResellerRelationship', partnerId: northwind, indirectCSPId: adatum };

describe('the address of a standing link', () => {
  it.each([
    ['a direct partner', direct, { kind: 'reseller', partnerId: fabrikam, providerId: null, code, dap: true }],
    ['without delegated administration', { ...direct, DAP: 'false' }, { kind: 'reseller', dap: false }],
    [
      'an indirect reseller, whose provider stands in front',
      { ...direct, ...indirect },
      { kind: 'indirect_reseller', partnerId: adatum, providerId: northwind, dap: true },
    ],
    [
      'a manufacturer',
      { ...direct, invType: 'DeviceManufacturerRelationship', DAP: 'false' },
      { kind: 'oem', partnerId: fabrikam, providerId: null, dap: false },
    ],
    ['ids in capitals', { ...direct, partnerId: fabrikam.toUpperCase() }, { partnerId: fabrikam }],
    ['what mail programs append', { ...direct, utm_source: 'mail' }, { partnerId: fabrikam }],
  ])('%s', (_what, search, claim) => {
    expect(readStandingAddress(search)).toMatchObject(claim);
  });

  it.each([
    ['nothing', {}],
    ['no address', null],
    ['no code', { ...direct, msppId: undefined }],
    ['a short code', { ...direct, msppId: code.slice(1) }],
    ['an endless code', { ...direct, msppId: 'A'.repeat(100_000) }],
    ['a code with a sign too many', { ...direct, msppId: `${code.slice(1)}'` }],
    ['a repeated part', { ...direct, partnerId: [fabrikam, fabrikam] }],
    ['a repeated code', { ...direct, msppId: [code, code] }],
    ['an id that is no id', { ...direct, partnerId: 'fabrikam' }],
    ['an endless id', { ...direct, partnerId: fabrikam.repeat(1000) }],
    ['another type', { ...direct, invType: 'Anything' }],
    ['a type of every object', { ...direct, invType: 'constructor' }],
    ['no word on delegated administration', { ...direct, DAP: undefined }],
    ['another word on it', { ...direct, DAP: 'yes' }],
    ['a direct partner with a reseller', { ...direct, indirectCSPId: adatum }],
    ['an indirect one without', { ...direct, ...indirect, indirectCSPId: undefined }],
    ['a manufacturer that asks for administration', { ...direct, invType: 'DeviceManufacturerRelationship' }],
  ])('leads nowhere with %s', (_what, search) => {
    expect(readStandingAddress(search)).toBeNull();
  });

  it.each([direct, { ...direct, ...indirect }])('is written as it is read', (address) => {
    const read = readStandingAddress(address);
    expect(read && writeStandingAddress(read)).toEqual(address);
  });

  it.each([
    [{}, false],
    [{ request: 'x' }, false],
    [{ invType: 'x' }, true],
    [{ partnerId: ['x', 'y'] }, true],
    [{ DAP: 'true' }, false],
  ])('%j looks like one: %s', (search, looks) => {
    expect(looksStanding(search)).toBe(looks);
  });
});
