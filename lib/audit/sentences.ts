import { accountWordings } from './account-wordings';
import { apiWordings } from './api-wordings';
import { conflictWordings } from './conflict-wordings';
import { consentWordings } from './consent-wordings';
import { deviceWordings } from './device-wordings';
import { memberWordings } from './member-wordings';
import { oemWordings } from './oem-wordings';
import { partnerWordings } from './partner-wordings';
import { profileWordings } from './profile-wordings';
import { signUpWordings } from './sign-up-wordings';
import { supportWordings } from './support-wordings';
import { webhookWordings } from './webhook-wordings';
import { some, type Wording } from './wording';

/** Every action that an audit event can have. A command's `audit` that is missing here fails a test. */
const wordings: Record<string, Wording> = {
  ...accountWordings,
  ...consentWordings,
  ...oemWordings,
  ...memberWordings,
  ...signUpWordings,
  ...partnerWordings,
  ...deviceWordings,
  ...profileWordings,
  ...apiWordings,
  ...webhookWordings,
  ...conflictWordings,
  ...supportWordings,

  'notification.read': {
    topic: 'portal',
    label: 'Notifications read',
    step: true,
    say: ({ detail }) => `Marked ${some(detail.notifications, 'notification')} as read`,
  },
  'notification_preferences.saved': {
    topic: 'portal',
    label: 'Notification settings changed',
    say: () => 'Changed what they are notified of',
  },
  'mail.sent': {
    topic: 'portal',
    label: 'Mail sent',
    subject: 'Mail',
    operatorOnly: true,
    say: () => 'Sent a mail',
  },
};

/** How to say an action. One that this version does not know, from an import of a newer one, is said by its name. */
export function wordingOf(action: string): Wording {
  const name = action.replace(/[._]+/g, ' ');
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  return wordings[action] ?? { topic: 'portal', label, say: () => label };
}

/** Every action with its wording, in the order of a list to choose from. */
export const knownActions: readonly (readonly [action: string, wording: Wording])[] = Object.entries(wordings);
