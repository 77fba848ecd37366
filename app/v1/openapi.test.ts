import { describe, expect, it } from 'vitest';
import { oemApi } from '@/app/oem/v1/api';
import { oemCalls } from '@/app/oem/v1/calls';
import { api } from './api';
import { calls } from './calls';

/** Every `$ref` in the document. */
const refsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, member]) =>
        key === '$ref' && typeof member === 'string' ? [member] : refsIn(member),
      );

describe.each([
  { root: '/v1', api, calls },
  { root: '/oem/v1', api: oemApi, calls: oemCalls },
])('the document of $root', ({ root, api, calls }) => {
  const read = async () => (await api.fetch(new Request(`http://localhost:3000${root}/openapi.json`))).json();

  it('is OpenAPI 3.1 and has every call that is answered, and no other', async () => {
    const document = await read();
    expect(document.openapi).toBe('3.1.0');
    const written = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(written.sort()).toEqual(calls.map(({ method, path }) => `${method} ${root}${path}`).sort());
    const answered = api.routes
      .filter(({ path }) => path !== `${root}/openapi.json`)
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect([...new Set(answered)].sort()).toEqual(written.sort());
  });

  it('says of each what is sent, what comes back and that it takes a token', async () => {
    const { paths } = await read();
    for (const { method, path, summary, answers } of calls) {
      const told = paths[`${root}${path}`][method];
      expect(told).toMatchObject({ summary, security: [{ bearer: [] }] });
      expect(Object.keys(told.responses).sort()).toEqual([...Object.keys(answers), 'default'].sort());
      const names = (told.parameters ?? []).filter((one: { in: string }) => one.in === 'path');
      expect(names).toHaveLength(path.split('{').length - 1);
    }
  });

  it('refers to nothing that it does not have', async () => {
    const document = await read();
    for (const ref of refsIn(document)) {
      const found = ref
        .slice(2)
        .split('/')
        .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
      expect(found, ref).toBeDefined();
    }
  });
});
