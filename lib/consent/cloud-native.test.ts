import { expect, it } from 'vitest';
import { cloudNativeDomain, isCloudNative } from './cloud-native';

it.each([
  ['admin@wingtip.onmicrosoft.com', 'wingtip.onmicrosoft.com', true],
  ['Admin@Wingtip.OnMicrosoft.com', 'wingtip.onmicrosoft.com', true],
  ['admin@wingtip.example', 'wingtip.onmicrosoft.com', false],
  ['admin@wingtip.example', 'wingtip.example', false],
  ['admin@other.onmicrosoft.com', 'wingtip.onmicrosoft.com', false],
  ['admin@onmicrosoft.com', 'onmicrosoft.com', false],
  ['admin@evil.wingtip.onmicrosoft.com', 'evil.wingtip.onmicrosoft.com', false],
  ['admin@wingtip.onmicrosoft.com.example', 'wingtip.onmicrosoft.com.example', false],
  ['admin@wingtip.onmicrosoft.com@evil.example', 'wingtip.onmicrosoft.com', false],
])('%s in the tenant %s is a cloud-native account: %s', (email, tenantDomain, expected) => {
  expect(isCloudNative({ email, tenantDomain })).toBe(expected);
});

it.each([
  ['wingtip.onmicrosoft.com', 'wingtip.onmicrosoft.com'],
  ['Wingtip.OnMicrosoft.com', 'wingtip.onmicrosoft.com'],
  ['wingtip.example', null],
])('whoever signs in to the tenant %s uses an account of the domain %s', (tenantDomain, domain) => {
  expect(cloudNativeDomain(tenantDomain)).toBe(domain);
});
