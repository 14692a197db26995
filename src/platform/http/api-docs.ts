import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** OpenAPI from the same schemas that validate: the page at /api/docs, the document at /api/docs-json. */
export function serveApiDocs(app: INestApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Meridian')
    .setDescription('Conferences in many cities, one live agenda. Problems are RFC 9457, `application/problem+json`.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', description: 'The administrator’s token, from the data folder.' })
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description));
}
