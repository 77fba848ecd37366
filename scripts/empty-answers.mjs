// Of an answer without a body Next does not say how long it is, and ends it as a stream of no pieces, on which some clients of
// the API break: they read a length or nothing.

const isApi = /^\/(v1|oem\/v1)(\/|$)/;

/** Makes answers of the API that never have a body say so: 202 and 204. */
export function sayWhenEmpty(request, response) {
  if (!isApi.test(request.url ?? '')) return;
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status, ...rest) => {
    if (status === 202 || status === 204) {
      response.removeHeader('Transfer-Encoding');
      response.setHeader('Content-Length', '0');
    }
    return writeHead(status, ...rest);
  };
}
