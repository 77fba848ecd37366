import { env } from '@/lib/env';
import { namesOwnMachine } from './target';

/** Whether events may go to this machine by http: a demo whose own address is this machine, which nobody else can reach. */
export const localTargets = (): boolean => env.DEMO && namesOwnMachine(new URL(env.APP_ORIGIN));
