let context: AudioContext | undefined;

/** Two short tones. Silent where the browser allows none yet: it does once something was pressed. */
export function soundAlarm(): void {
  context ??= new AudioContext();
  void context.resume();
  for (const [index, hertz] of [880, 660].entries()) {
    const at = context.currentTime + index * 0.18;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.25, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.16);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.17);
  }
}
