import type { Scope } from '@/lib/auth/actor';
import type { ApiWorld } from './api-world';

/** One good use of a call, and who may make it: written down a second time on purpose, as the matrix of the gates is. */
export interface Sample {
  /** Any of these is enough. */
  scopes: readonly Scope[];
  path: (of: ApiWorld) => string;
  body?: (of: ApiWorld) => unknown;
  /** With which status, where that is not one of success. */
  answers?: number[];
  /**
   * What the end of a consent does to a call that has no customer in its address: nothing is said of the customer any more, or
   * it goes on because it is about the partner's own affairs or about what happened before, or its subject is not found. Others
   * are refused for want of a relationship.
   */
  afterEnd?: 'silent' | 'goes on' | 'not found';
}
