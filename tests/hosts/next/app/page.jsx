import { Explorer } from "./explorer";

export default function Page() {
  return <Explorer />;
}
