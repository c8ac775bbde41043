import logo from '../../resources/icons/icon.svg';

/** The picture of the program, the same as on the desktop; its name stands beside it or is known. */
export function Logo({ size }: { readonly size: number }) {
  return <img className="logo" src={logo} alt="" width={size} height={size} draggable={false} />;
}
