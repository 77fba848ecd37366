export type Sent = { ok: true; url: string } | { ok: false; message: string; fields: Record<string, string> };

const lost: Sent = {
  ok: false,
  message: 'The connection broke before everything had arrived. Nothing was sent. Try again.',
  fields: {},
};

/** Sends a form with a file to one of our routes. Resolves always. */
export async function sendForm(to: string, form: FormData): Promise<Sent> {
  try {
    const response = await fetch(to, { method: 'POST', body: form });
    const answer = (await response.json()) as {
      url?: string;
      error?: { message: string; fields: Record<string, string> };
    };
    if (answer.url) return { ok: true, url: answer.url };
    if (answer.error) return { ok: false, ...answer.error };
    return lost;
  } catch {
    // No connection, or what stands between us and the person answered in its own words.
    return lost;
  }
}
