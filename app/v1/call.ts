import type { z } from 'zod';
import type { ClientActor } from '@/lib/auth/actor';

/** What a call is answered: without a `body`, nothing at all follows the headers. */
export interface Answer {
  status: 200 | 201 | 202 | 204;
  body?: unknown;
  headers?: Record<string, string>;
  /** What stands in the body besides, and only for the first who asks: a secret is not kept for those who ask again. */
  once?: Record<string, unknown>;
}

interface Asked<Params, Query, Body> {
  actor: ClientActor;
  params: Params;
  query: Query;
  body: Body;
  /** Of the request: `MS-ContinuationToken` and its like. */
  headers: Headers;
  /** The id its sender gave the call, or null. */
  requestId: string | null;
}

interface CallSpec<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/v1`, as OpenAPI writes it: `/customers/{customerId}`. */
  path: string;
  summary: string;
  /** The part of the documentation it stands in. */
  tag: string;
  params: Params;
  query: Query;
  body: Body;
  /** Of a call that only asks, by whatever method: its answer is not kept under the id it was given. */
  changesNothing?: true;
  /** By status, what comes back: a sentence, and where there is a body its schema. */
  answers: Record<number, { description: string; schema?: z.ZodType }>;
  run(asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>): Promise<Answer>;
}

/** A call of the API, whatever it is asked with. */
export type Call = CallSpec<z.ZodObject, z.ZodObject, z.ZodType>;

/** Keeps what a call is asked with and what it does with it of one type; the list of calls need not know it. */
export const call = <Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  spec: CallSpec<Params, Query, Body>,
): Call => spec as unknown as Call;
