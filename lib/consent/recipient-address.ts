/** A recipient's address as two of them are compared, however it was typed. */
export const addressOf = ({ recipientEmail }: { recipientEmail: string }): string =>
  recipientEmail.trim().toLowerCase();
