import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

interface Labelled<Label extends string> {
  /** Ends in a unit: `_seconds`, `_bytes`, `_total`. Every name begins with `meridian_`. */
  name: `meridian_${string}`;
  help: string;
  /** Each label has few possible values: never a person, an address or a raw URL. */
  labels?: readonly Label[];
}

/** What this process measures, for `GET /metrics`. Features register their own; the numbers hold nothing about a person. */
@Injectable()
export class Metrics implements OnModuleDestroy {
  private readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<Label extends string>({ name, help, labels = [] }: Labelled<Label>): Counter<Label> {
    return new Counter({ name, help, labelNames: [...labels], registers: [this.registry] });
  }

  /** @param read gives the value whenever metrics are asked for; leave it out to set the gauge by hand */
  gauge<Label extends string>({ name, help, labels = [] }: Labelled<Label>, read?: () => number): Gauge<Label> {
    return new Gauge({
      name, help, labelNames: [...labels], registers: [this.registry],
      ...(read === undefined ? {} : { collect(this: Gauge<Label>) { this.set(read()); } }),
    });
  }

  /** @param buckets upper bounds, in the unit of the name */
  histogram<Label extends string>({ name, help, labels = [] }: Labelled<Label>, buckets: readonly number[]): Histogram<Label> {
    return new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers: [this.registry] });
  }

  /** In the text format of Prometheus. */
  async expose(): Promise<{ type: string; text: string }> {
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }

  onModuleDestroy(): void {
    this.registry.clear();
  }
}
