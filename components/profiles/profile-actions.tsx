'use client';

import { ChangeDialog } from '@/components/devices/change-dialog';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { TextLink } from '@/components/ui/text-link';

type Answer = { ok: true; changed?: number } | { ok: false; reason: string; message?: string };

interface ProfileActionsProps {
  choices: { id: string; name: string }[];
  /** Where profiles are made. */
  profilesHref: string;
  /** Whose profile it would be: “4 devices”. */
  what: string;
  /** On the buttons, where there are others like them: “Apply profile to batch”. */
  labels?: { apply: string; remove: string };
  /** Said when it is taken away, or will be. */
  done?: string;
  /** What taking the profile away means, one sentence each. */
  removal: string[];
  run: (profileId: string | null) => Promise<Answer>;
  /** Told once it is done: the profile's name, null when it was taken away. */
  onDone?: (name: string | null) => void;
}

const plain = { apply: 'Apply profile', remove: 'Remove profile' };

/** Gives devices a profile, or takes it away. */
export function ProfileActions(given: ProfileActionsProps) {
  const {
    choices,
    profilesHref,
    what,
    labels = plain,
    done = `The profile is removed from ${given.what}.`,
    removal,
    run,
    onDone,
  } = given;
  const nameOf = (id: string) => choices.find((choice) => choice.id === id)?.name ?? null;
  return (
    <>
      {choices.length === 0 ? (
        <TextLink href={profilesHref}>Create a profile to apply</TextLink>
      ) : (
        <ChangeDialog
          label={labels.apply}
          title={`Apply a profile to ${what}`}
          field="Profile"
          hint="Replaces the one that a device has."
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
          run={run}
          onDone={(value) => onDone?.(nameOf(value))}
        />
      )}
      <ConfirmedAction
        label={labels.remove}
        question={`Remove the profile from ${what}?`}
        consequences={removal}
        done={done}
        run={() => run(null)}
        already="already_gone"
        onLeave={() => onDone?.(null)}
      />
    </>
  );
}
