/** A high tone for yes, two low ones for no: told apart without looking. */
export function sound(admitted: boolean): void {
  const context = new AudioContext();
  const beats = admitted ? [880] : [220, 220];
  for (const [index, pitch] of beats.entries()) {
    const tone = context.createOscillator();
    const start = context.currentTime + index * 0.25;
    tone.frequency.value = pitch;
    tone.connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.18);
    if (index === beats.length - 1) tone.onended = () => void context.close();
  }
}
