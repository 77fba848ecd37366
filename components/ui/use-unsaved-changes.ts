'use client';

import { useEffect } from 'react';

const question = 'Leave this page? What you typed is lost.';

/** A plain click on a link that leaves the page in this tab. */
function leaves(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return false;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.hasAttribute('download')) return false;
  return link.pathname !== location.pathname || link.search !== location.search || link.origin !== location.origin;
}

/** While `dirty`, asks before a link, a reload or a closed tab loses what was typed. */
export function useUnsavedChanges(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    let allowed = false;
    const onClick = (event: MouseEvent) => {
      if (!leaves(event)) return;
      allowed = window.confirm(question);
      if (allowed) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!allowed) event.preventDefault();
    };
    // Before the router hears of the click.
    document.addEventListener('click', onClick, true);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, true);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [dirty]);
}
