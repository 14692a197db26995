import { Injectable } from '@nestjs/common';
import type { Counter, Gauge } from 'prom-client';
import { Metrics } from '../platform/metrics/metrics.js';

@Injectable()
export class RealtimeMetrics {
  readonly sockets: Gauge;
  readonly deliveries: Counter;
  readonly dropped: Counter<'reason'>;
  readonly refused: Counter<'reason'>;

  constructor(metrics: Metrics) {
    this.sockets = metrics.gauge({ name: 'meridian_sockets', help: 'Sockets connected to this process.' });
    this.deliveries = metrics.counter({ name: 'meridian_deliveries_total', help: 'Messages written to a socket as part of a broadcast.' });
    this.dropped = metrics.counter({ name: 'meridian_sockets_dropped_total', help: 'Sockets that this process closed.', labels: ['reason'] });
    this.refused = metrics.counter({ name: 'meridian_handshakes_refused_total', help: 'Handshakes that this process refused.', labels: ['reason'] });
  }
}
