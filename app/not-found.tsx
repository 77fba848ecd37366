import { PublicNotice } from '@/components/shell/public-notice';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <PublicNotice
      home={paths.home()}
      title="Page not found"
      sentences={['There is nothing at this address. Check that it was copied completely.']}
      action={{ href: paths.home(), label: 'Go to the start page' }}
    />
  );
}
