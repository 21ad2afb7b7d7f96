// The server alone imports the package here, and it must have no effect.
import "clause-explorer";

export const metadata = { title: "Next.js" };

export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
