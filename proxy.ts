import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { secure, sessionCookieName } from '@/lib/auth/session-cookie';
import { paths } from '@/lib/paths';

/**
 * Headers of pages and comfort redirects; it decides nothing. Bodies of what it matches are cut at 10 MB, so the API is not
 * matched and has its headers from next.config.ts (SECURITY.md, trap 1).
 */
export const config = { matcher: ['/((?!api/|v1/|oem/|_next/static/).*)'] };

const places = [paths.partner(), paths.admin(), paths.support()];
const isWithin = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

function contentSecurityPolicy(nonce: string): string {
  // React explains errors with eval while developing; a production build needs none.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (pathname === '/_next/image') return new NextResponse(null, { status: 404 });

  const visitor = !request.cookies.has(sessionCookieName());
  if (visitor && request.method === 'GET' && places.some((place) => isWithin(pathname, place))) {
    return NextResponse.redirect(new URL(paths.signIn(`${pathname}${search}`), request.nextUrl));
  }

  // Next takes the nonce from the request's policy, so whatever the client sent there is overwritten.
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'));
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  headers.delete('Content-Security-Policy-Report-Only');
  headers.delete('X-Nonce');
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (secure()) response.headers.set('Strict-Transport-Security', 'max-age=63072000');
  if (!visitor) response.headers.set('Cache-Control', 'private, no-store');
  return response;
}
