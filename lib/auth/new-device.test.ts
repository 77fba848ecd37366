import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mailsTo } from '@/lib/testing/mails';
import { newPerson, newTenant, testPassword } from '@/lib/testing/tenants';
import { newDeviceToken } from './device-cookie';
import type { Sender } from './sender';
import { signIn } from './sign-in';

const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const browser = (device: string | null = newDeviceToken()): Sender => ({
  address: `192.0.2.${randomBytes(1)[0]}`,
  agent,
  device,
});

const subjects = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject);
const told = 'Somebody signed in to your account with a new device';

describe('signing in with a new device', () => {
  it('is told by mail, once for each device', async () => {
    const { email } = await newPerson(await newTenant('customer'), 'user');
    const from = browser();
    for (let time = 0; time < 3; time += 1)
      expect(await signIn(null, { email, password: testPassword, from })).toMatchObject({ ok: true });
    expect(await subjects(email)).toEqual([told]);
    const [mail] = await mailsTo(email);
    expect(mail?.textBody).toContain('Firefox on Linux');
    expect(mail?.textBody).toContain(from.address);
  });

  it('is told of each browser that keeps no cookie', async () => {
    const { email } = await newPerson(await newTenant('customer'), 'user');
    for (let time = 0; time < 2; time += 1) await signIn(null, { email, password: testPassword, from: browser(null) });
    expect(await subjects(email)).toEqual([told, told]);
  });

  it('is told to each person who uses the device', async () => {
    const tenant = await newTenant('customer');
    const from = browser();
    for (const { email } of [await newPerson(tenant, 'user'), await newPerson(tenant, 'user')]) {
      await signIn(null, { email, password: testPassword, from });
      expect(await subjects(email)).toEqual([told]);
    }
  });

  it('tells nobody of a wrong password', async () => {
    const { email } = await newPerson(await newTenant('customer'), 'user');
    await signIn(null, { email, password: 'not the password', from: browser() });
    expect(await subjects(email)).toEqual([]);
  });
});
