/** The key that does the same as the button it stands on. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    // The name of a button is what it does; the key is for the eyes.
    <kbd className="kbd" aria-hidden="true">
      {keys}
    </kbd>
  );
}
