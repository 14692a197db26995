export default function MyAgendaPage() {
  return null;
}
