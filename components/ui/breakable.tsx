/** A domain or an address that, where it is too long for its line, breaks behind its @ or first dot before anywhere else. */
export function Breakable({ text }: { text: string }) {
  const end = text.indexOf('@') + 1 || text.indexOf('.') + 1 || text.length;
  return (
    <>
      {text.slice(0, end)}
      <wbr />
      {text.slice(end)}
    </>
  );
}
