import { randomUUID } from 'node:crypto';

type Value = string | Record<string, string>;
type Variables = Record<string, Value>;

/** A text, a variable or a new GUID, as PowerShell would have it. */
function readValue(written: string, known: Variables): Value {
  const variable = (name: string): Value => {
    const found = known[name];
    if (found === undefined) throw new Error(`$${name} is nowhere set`);
    return found;
  };
  if (written === '[guid]::NewGuid()') return randomUUID();
  if (/^\$\w+$/.test(written)) return variable(written.slice(1));
  if (/^'[^']*'$/.test(written)) return written.slice(1, -1);
  if (/^"[^"`]*"$/.test(written)) {
    return written.slice(1, -1).replace(/\$(\w+)/g, (_all, name: string) => String(variable(name)));
  }
  throw new Error(`this is not read here: ${written}`);
}

function tableOf(written: string, known: Variables): Record<string, string> {
  const pairs = written.split(';').map((pair) => /^\s*'?([\w-]+)'?\s*=\s*(.+?)\s*$/.exec(pair) ?? []);
  return Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, String(readValue(value, known))]));
}

/** One `Invoke-RestMethod`: a body that is a table goes out as a form. */
async function invoke(options: string, known: Variables): Promise<Record<string, Value>> {
  const given: Variables = {};
  for (const [, name = '', value = ''] of options.matchAll(/-(\w+) ("[^"]*"|'[^']*'|\S+)/g)) {
    given[name] = /^\w+$/.test(value) ? value : readValue(value, known);
  }
  const { Method = 'Get', Uri, Body, Headers, ...others } = given;
  if (Object.keys(others).length > 0) throw new Error(`this is not read here: ${Object.keys(others)}`);
  const answer = await fetch(String(Uri), {
    method: String(Method).toUpperCase(),
    headers: (Headers ?? {}) as Record<string, string>,
    ...(Body ? { body: new URLSearchParams(Body as Record<string, string>) } : {}),
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/**
 * Reads tables and calls of `Invoke-RestMethod` out of lines of PowerShell and sends exactly these, since there is none here
 * to run them; resolves with the last line's value. Throws at any line it cannot read, so that an example keeps to them.
 */
export async function sendPowerShell(code: string, settings: Record<string, string>): Promise<Value | undefined> {
  const known: Variables = { ...settings };
  let last: Value | undefined;
  for (const line of code.split('\n').filter((text) => text.trim() !== '')) {
    const [, table, pairs] = /^\$(\w+) = @\{ (.*) \}$/.exec(line) ?? [];
    const [, variable, options, member] = /^(?:\$(\w+) = )?\(Invoke-RestMethod (.*)\)\.(\w+)$/.exec(line) ?? [];
    if (table && pairs) known[table] = tableOf(pairs, known);
    else if (options && member) {
      last = (await invoke(options, known))[member];
      if (variable && last !== undefined) known[variable] = last;
    } else throw new Error(`this is not read here: ${line}`);
  }
  return last;
}
