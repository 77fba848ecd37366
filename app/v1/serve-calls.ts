import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { version } from '@/package.json';
import { answerCall, refuseWhole } from './answer-call';
import { type collectionOf, refusal } from './answer-schemas';
import type { Call } from './call';
import { speller } from './known-words';
import { mayBeAbsent, noBody } from './read-call';

const json = (schema: Parameters<typeof collectionOf>[0]) => ({ 'application/json': { schema } });

/** A call as the documentation describes it. */
function described({ method, path, summary, tag, params, query, body, answers }: Call) {
  const good = Object.entries(answers).map(([status, { description, schema }]) => [
    status,
    { description, ...(schema ? { content: json(schema) } : {}) },
  ]);
  return createRoute({
    method,
    path,
    summary,
    tags: [tag],
    security: [{ bearer: [] }],
    request: {
      params,
      query,
      ...(body === noBody ? {} : { body: { required: !mayBeAbsent(body), content: json(body) } }),
    },
    responses: {
      ...Object.fromEntries(good),
      default: { description: 'Refused: a code, and a sentence that says why.', content: json(refusal) },
    },
  });
}

interface Served {
  /** Where the calls are: `/v1`. */
  root: string;
  calls: readonly Call[];
  /** What the document says that this API is. */
  title: string;
  description: string;
}

/** An API: its calls, and its document at `/openapi.json`. */
export function serveCalls({ root, calls, ...info }: Served): OpenAPIHono {
  const spell = speller(root, calls);
  const api = new OpenAPIHono({ getPath: (request) => spell(new URL(request.url).pathname) }).basePath(root);
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  for (const call of calls) {
    const route = described(call);
    api.openAPIRegistry.registerPath(route);
    api.on(call.method.toUpperCase(), route.getRoutingPath(), (context) =>
      answerCall(call, context.req.raw, context.req.param()),
    );
  }
  api.get('/openapi.json', (context) =>
    context.json(api.getOpenAPI31Document({ openapi: '3.1.0', info: { ...info, version } })),
  );
  api.notFound((context) => {
    const path = spell(new URL(context.req.url).pathname).slice(root.length);
    const allowed = calls.filter(({ path: known }) => matches(known, path)).map(({ method }) => method.toUpperCase());
    return refuseWhole(context.req.raw, allowed);
  });
  return api;
}

const matches = (known: string, path: string) => new RegExp(`^${known.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
