import type { ComponentProps } from 'react';
import { endSession } from '@/app/sign-out/actions';
import { Button } from '@/components/ui/button';

interface AnotherAccountProps extends Pick<ComponentProps<typeof Button>, 'variant' | 'size'> {
  /** Where whoever signs in then comes back to. */
  here: string;
}

/** Signs out and back in, without losing the link. */
export const AnotherAccount = ({ here, variant = 'secondary', size }: AnotherAccountProps) => (
  <form action={endSession}>
    <input type="hidden" name="next" value={here} />
    <Button type="submit" variant={variant} size={size}>
      Sign in with another account
    </Button>
  </form>
);
