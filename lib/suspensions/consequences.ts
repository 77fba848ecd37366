interface Suspended {
  organization: string;
  /** Null where the whole organization is meant. */
  client: string | null;
}

/** What a suspension stops, one sentence each, said before it is proposed and before it is confirmed. */
export const suspensionConsequences = ({ organization, client }: Suspended): string[] =>
  client
    ? [
        `The next call of ${client} is refused, whatever token it holds, and it gets no new one.`,
        'Its running uploads stop at the row they have reached. Its webhook pauses.',
        `People and other programs of ${organization} go on.`,
      ]
    : [
        `People of ${organization} can sign in and read, but change nothing. Its programs are refused.`,
        'Its customers and their devices are out of its reach, and out of that of a provider that acts through it.',
        'Running uploads stop at the row they have reached. Its links cannot be answered. Its webhooks pause.',
        'Consents and devices stay as they are. Its customers see the suspension and can end the relationship.',
      ];

/** What ends with it. */
export const reinstatementConsequences = ({ organization, client }: Suspended): string[] =>
  client
    ? [`The next call of ${client} is answered again. Its webhook sends what waited.`]
    : [
        `From the next call on, ${organization} can do all that it could before. Its links are good again.`,
        'Its webhooks send what waited. Uploads that stopped stay stopped: it sends those files again.',
      ];
