import { Notice } from '@/components/shell/notice';
import { PublicFrame } from '@/components/shell/public-frame';
import { buttonClass } from '@/components/ui/button';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Page not found' };

export default function NotFound() {
  const action = (
    <a href={paths.home()} className={buttonClass()}>
      Go to the start page
    </a>
  );
  return (
    <PublicFrame home={paths.home()}>
      <Notice title="Page not found" action={action}>
        <p>There is nothing at this address. Check that it was copied completely.</p>
      </Notice>
    </PublicFrame>
  );
}
