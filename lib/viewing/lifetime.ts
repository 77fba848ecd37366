import { minutes } from '@/lib/clock';

/** How long one of support sees what an organization sees before it ends by itself, in milliseconds. */
export const viewingLifetime = minutes(30);
