import { describe, expect, it } from 'vitest';
import { newCustomer, newPartner } from '@/lib/testing/tenants';
import { everyTopic, supportTopicsOf, topicsOf, visibleTopics } from './topics';

describe('what an event touches', () => {
  it.each([
    ['consent.granted', ['customers', 'requests', 'relationships', 'notifications']],
    ['consent.revoked', ['customers', 'requests', 'relationships', 'removals', 'notifications']],
    ['removal.taken', ['relationships', 'removals', 'notifications']],
    ['conflict.received', ['conflicts', 'conflict_queue', 'notifications']],
    ['conflict.released', ['conflicts', 'conflict_queue', 'uploads', 'notifications']],
    ['consent_request.opened', ['requests', 'relationships']],
    ['consent_request.declined', ['requests', 'relationships', 'notifications']],
    ['partner_link.ended', ['customers', 'partnerships', 'notifications']],
    ['provider_invitation.sent', ['partnerships', 'notifications']],
    ['upload.finished', ['uploads', 'surface', 'notifications']],
    ['devices.registered', []],
    ['devices.profiled', ['uploads', 'profiles']],
    ['profile.created', ['profiles']],
    ['suspension.confirmed', ['suspensions', 'organization', 'notifications']],
    ['partner_application.submitted', ['application_queue']],
    ['name_change.approved', ['application_queue', 'organization', 'notifications']],
    ['session.started', []],
    ['notification.read', []],
    ['something.new', ['notifications']],
  ])('%s: %j', (action, topics) => {
    expect(topicsOf(action, false)).toEqual(topics);
  });

  it('is the bell of whoever read a notification, and of nobody else', () => {
    expect(topicsOf('notification.read', true)).toEqual(['notifications']);
  });
});

describe('support', () => {
  it.each([
    ['removal.asked', ['removals', 'notifications']],
    ['consent.ended', ['removals', 'notifications']],
    ['conflict.escalated', ['conflict_queue', 'notifications']],
    ['suspension.proposed', ['suspensions', 'notifications']],
    ['partner_application.confirmed', ['application_queue', 'notifications']],
    ['consent.granted', []],
    ['upload.finished', []],
  ] as const)('hears of %s between other organizations: %j', (action, topics) => {
    expect(supportTopicsOf(action)).toEqual(topics);
  });
});

describe('who may know of it', () => {
  it.each([
    [
      'admin_agent',
      ['customers', 'requests', 'uploads', 'partnerships', 'profiles', 'conflicts', 'organization', 'notifications'],
    ],
    ['helpdesk_agent', ['customers', 'requests', 'partnerships', 'organization', 'notifications']],
    ['user_admin', ['organization', 'people', 'notifications']],
  ] as const)('a %s of a partner: %j', async (role, topics) => {
    const { actor } = await newPartner('direct', role);
    expect(visibleTopics(actor, everyTopic)).toEqual(topics);
  });

  it('a customer: its relationships, its profiles and who asks for its devices', async () => {
    expect(visibleTopics((await newCustomer()).admin, everyTopic)).toEqual([
      'relationships',
      'profiles',
      'conflicts',
      'people',
      'notifications',
    ]);
  });

  it('each topic is named once', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    expect(visibleTopics(actor, ['requests', 'requests'])).toEqual(['requests']);
  });
});
