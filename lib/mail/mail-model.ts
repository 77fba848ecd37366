/**
 * A mail before it is text or HTML: what the preview shows is what arrives. Plain text throughout, no markup; one link, no
 * pictures, nothing fetched, nothing counted.
 */
export interface MailModel {
  subject: string;
  /** What a list of mails shows behind the subject. */
  preheader: string;
  paragraphs: string[];
  action: { label: string; url: string };
  /** Why the recipient gets this. */
  footer: string;
}
