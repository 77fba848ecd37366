import { describe, expect, it } from 'vitest';
import { isForPrograms, putRight } from './program-paths.mjs';

describe('an address that programs call', () => {
  it.each([
    ['/v1/customers', '/v1/customers'],
    ['/v1//customers//x?size=1', '/v1/customers/x?size=1'],
    ['//v1/customers', '/v1/customers'],
    ['/V1/Customers/', '/v1/Customers'],
    ['/v1', '/v1'],
    ['/v1/', '/v1'],
    ['/v1/customers/A/deviceBatches/My%20Batch/devices/', '/v1/customers/A/deviceBatches/My%20Batch/devices'],
    ['/v1/customers?filter={"Value":"a//b/"}', '/v1/customers?filter={"Value":"a//b/"}'],
    ['/OEM/V1/AutopilotDeviceRegistration', '/oem/v1/AutopilotDeviceRegistration'],
    ['/Contoso.example/OAuth2/Token', '/contoso.example/oauth2/token'],
    ['//contoso.example/oauth2//v2.0/token/?x=Y', '/contoso.example/oauth2/v2.0/token?x=Y'],
  ])('%s is %s', (given, expected) => expect(putRight(given)).toBe(expected));

  it.each(['/', '//', '/partner//customers/', '/v12/x/', '/API/health', '/oem', '/a/oauth2/authorize/', '/vv1/'])(
    'but %s stays as it is',
    (given) => expect(putRight(given)).toBe(given),
  );

  it.each([
    ['/v1/customers', true],
    ['/api/uploads', true],
    ['/oem/v1', true],
    ['/a.example/oauth2/token', true],
    ['/partner', false],
    ['/v10', false],
    ['/oem', false],
  ])('%s is for programs: %s', (path, expected) => expect(isForPrograms(path)).toBe(expected));
});
