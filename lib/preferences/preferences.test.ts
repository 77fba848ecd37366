import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { loadSession } from '@/lib/auth/load-session';
import { newCustomer, newPartner, newPerson } from '@/lib/testing/tenants';
import { choosePreferences } from './choose-preferences';
import { localeTags } from './locales';
import { preferencesInput } from './preferences-input';
import { renameSelf } from './rename-self';
import { timeZoneNamed, timeZones } from './time-zones';

const nothing = { locale: null, timeZone: null, theme: null } as const;
const again = (actor: UserActor) => loadSession(actor.sessionId);
const eventsOf = (actor: UserActor) =>
  db
    .select({ action: auditEvents.action, detail: auditEvents.detail })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, actor.id))
    .orderBy(auditEvents.seq);

describe('one’s own name', () => {
  it('is another one from the next request on, and is found by it', async () => {
    const { actor } = await newPartner('direct', 'helpdesk_agent');
    expect(await renameSelf(actor, { name: '  Zoë   Müller ' })).toEqual({ ok: true });
    expect(await again(actor)).toMatchObject({ name: 'Zoë Müller' });
    const [row] = await db.select().from(users).where(eq(users.id, actor.id));
    expect(row?.nameKey).toBe('zoë müller');
    expect(await eventsOf(actor)).toEqual([
      { action: 'person.renamed', detail: { formerName: actor.name, name: 'Zoë Müller' } },
    ]);
  });

  it('is nobody else’s', async () => {
    const { tenant, actor } = await newPartner('direct', 'global_admin');
    const colleague = await newPerson(tenant, 'sales_agent');
    await renameSelf(actor, { name: 'Zoe' });
    expect(await again(colleague)).toMatchObject({ name: colleague.name });
  });

  it('that one has already changes nothing', async () => {
    const { admin } = await newCustomer();
    expect(await renameSelf(admin, { name: admin.name })).toEqual({ ok: false, reason: 'unchanged' });
    expect(await eventsOf(admin)).toEqual([]);
  });

  it.each([
    ['', 'Enter a name.'],
    ['Visit evil.example', 'This reads like a web address. Put a blank after each dot.'],
    ['zoe@contoso.example', 'Enter a name here, not a mail address.'],
    ['Zoe\u202E', 'This holds characters that cannot be seen. Type the name instead of pasting it.'],
  ])('is vetted, as it stands in our mails: %j', async (name, sentence) => {
    const { admin } = await newCustomer();
    await expect(renameSelf(admin, { name })).rejects.toMatchObject({ code: 'invalid', fields: { name: sentence } });
  });

  it('is the directory’s to say, where there is one', async () => {
    const { admin } = await newCustomer();
    await db.update(users).set({ directoryOid: admin.id, cloudNative: true }).where(eq(users.id, admin.id));
    expect(await renameSelf(await again(admin), { name: 'Zoe' })).toEqual({ ok: false, reason: 'directory' });
    expect(await again(admin)).toMatchObject({ name: admin.name });
  });
});

describe('how somebody reads', () => {
  it('is there with the next request of each of their sessions', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    const chosen = { locale: 'de-DE', timeZone: 'Europe/Berlin', theme: 'dark' } as const;
    expect(await choosePreferences(actor, chosen)).toEqual({ ok: true });
    expect(await again(actor)).toMatchObject({ preferences: chosen });
    expect(await eventsOf(actor)).toEqual([{ action: 'preferences.chosen', detail: chosen }]);
    expect(await choosePreferences(actor, chosen)).toEqual({ ok: false, reason: 'unchanged' });
  });

  it('is what everybody gets again, once it is taken back', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    expect(await choosePreferences(actor, nothing)).toEqual({ ok: false, reason: 'unchanged' });
    await choosePreferences(actor, { ...nothing, theme: 'light' });
    expect(await choosePreferences(actor, nothing)).toEqual({ ok: true });
    expect(await again(actor)).toMatchObject({ preferences: nothing });
  });

  it.each([
    [{ locale: 'xx-XX' }, 'locale', 'Choose a language from the list.'],
    [{ locale: 'de-DE-u-nu-arab' }, 'locale', 'Choose a language from the list.'],
    [{ timeZone: 'Atlantis/Poseidonis' }, 'timeZone', 'Choose a time zone from the list.'],
    [{ timeZone: '+01:00' }, 'timeZone', 'Choose a time zone from the list.'],
    [{ timeZone: '<script>' }, 'timeZone', 'Choose a time zone from the list.'],
    [{ timeZone: '' }, 'timeZone', 'Choose a time zone from the list.'],
    [{ theme: 'sepia' }, 'theme', 'Choose one of the themes.'],
  ])('is refused as %j', async (wrong, field, sentence) => {
    const { actor } = await newPartner('direct', 'admin_agent');
    const input = { ...nothing, ...wrong } as Parameters<typeof choosePreferences>[1];
    await expect(choosePreferences(actor, input)).rejects.toMatchObject({
      code: 'invalid',
      fields: { [field]: sentence },
    });
    expect(await again(actor)).toMatchObject({ preferences: nothing });
  });
});

describe('what there is to choose', () => {
  it('is known to the engine, language by language and time zone by time zone', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf(localeTags)).toEqual(localeTags);
    for (const timeZone of timeZones()) expect(preferencesInput.safeParse({ ...nothing, timeZone }).success).toBe(true);
    expect(timeZones()).toContain('Europe/Berlin');
  });

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Etc/UTC', 'UTC'],
    ['US/Eastern', 'America/New_York'],
    ['-05:00', null],
    ['Nowhere', null],
  ])('takes %s as %s', (name, zone) => {
    expect(timeZoneNamed(name)).toBe(zone);
  });
});
