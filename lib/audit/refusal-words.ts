/** Why an attempt came to nothing, said after "because": by the code that its command answered. */
export const refusalWords: Record<string, string> = {
  denied: 'the role does not allow it',
  not_found: 'there is no such thing',
  already_ended: 'the consent had ended already',
  customer_ends_it: 'it is not the consent of an OEM, so its customer ends it',
  taken: 'a colleague is looking at the request to remove it',
  already_announced: 'its end was announced already',
  not_announced: 'no end was announced',
};
