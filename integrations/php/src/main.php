<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * What is wrong with the settings, for a person; empty: nothing.
 *
 * @param array<string, mixed> $settings
 * @return string[]
 */
function findProblems(array $settings, array $publicFolders = []): array
{
    try {
        $read = new Settings($settings, $publicFolders);
        $problem = $read->keyFileProblem;
        return $problem === null ? [] : ["HASOFFERS_API_KEY_FILE $problem."];
    } catch (ConfigurationError $error) {
        return $error->problems;
    }
}

/**
 * Answers one request. Never throws.
 *
 * Of the request: `method`; `path`, what follows the endpoint ('' or '/health'); `query`, raw and without `?`;
 * `origin` of this server, such as https://site.example; `address` of the client or null; `headers` by lower-case
 * name.
 *
 * Of the options: `publicFolders` from which the web server serves files, so that no secret may lie there; `now`, a
 * function that returns the milliseconds since 1970.
 *
 * Of the response: `status`, `headers`, `body` or null, and `after`, which is to be called once it has been sent.
 *
 * @param array<string, mixed> $settings the variables of docs/php.md by name
 * @param array<string, mixed> $request
 * @param array{publicFolders?: string[], now?: callable(): int} $options
 * @return array{status: int, headers: array<string, string>, body: ?string, after: ?callable}
 */
function handle(array $settings, array $request, array $options = []): array
{
    $clock = $options['now'] ?? static function (): int {
        return (int) (microtime(true) * 1000);
    };
    try {
        $read = new Settings($settings, $options['publicFolders'] ?? []);
    } catch (ConfigurationError $error) {
        return refuseToStart($error->getMessage());
    }
    return (new Proxy($read, $clock))->handle($request);
}

/**
 * What is wrong with the settings goes to PHP's error log; the public only learns where to look.
 *
 * @return array{status: int, headers: array<string, string>, body: ?string, after: ?callable}
 */
function refuseToStart(string $problem): array
{
    error_log(Json::encode(['level' => 'error', 'event' => 'configuration', 'message' => $problem]));
    $message = ERRORS['INTERNAL_ERROR'][1] . ' It is not set up correctly; PHP\'s error log says what is wrong.';
    return Responses::ofError(new ProxyError('INTERNAL_ERROR', ['message' => $message]), null);
}

/** Sends a response, and then does its work. @param array<string, mixed> $response */
function send(array $response, string $method): void
{
    // The visitor may leave; the answer of HasOffers is worth keeping all the same.
    ignore_user_abort(true);
    ini_set('zlib.output_compression', '0');
    ini_set('default_mimetype', '');
    while (ob_get_level() > 0 && ob_end_clean()) {
        continue;
    }
    header_remove();
    http_response_code($response['status']);
    foreach ($response['headers'] as $name => $value) {
        header("$name: $value");
    }
    echo $method === 'HEAD' ? '' : (string) $response['body'];
    if ($response['after'] === null) {
        return;
    }
    if (function_exists('fastcgi_finish_request')) {
        fastcgi_finish_request();
    } elseif (function_exists('litespeed_finish_request')) {
        litespeed_finish_request();
    } else {
        flush();
    }
    $response['after']();
}

/** The request that PHP is answering. @return array<string, mixed> */
function readRequest(string $endpoint): array
{
    // RFC 9112 3.2.2: a server must accept the absolute form, and use its host instead of the header's.
    $uri = $_SERVER['REQUEST_URI'] ?? '/';
    $isAbsolute = preg_match('#^https?://([^/?\#]*)#i', $uri, $prefix) === 1;
    $host = $isAbsolute ? $prefix[1] : $_SERVER['HTTP_HOST'] ?? 'localhost';
    $target = $isAbsolute ? substr($uri, strlen($prefix[0])) : $uri;
    $path = explode('?', $target, 2)[0];
    $base = rtrim($endpoint, '/');
    $isBelow = $path === $base || strpos($path, "$base/") === 0;
    $headers = [];
    foreach ($_SERVER as $name => $value) {
        if (strpos((string) $name, 'HTTP_') === 0 && is_string($value)) {
            $headers[str_replace('_', '-', strtolower(substr((string) $name, 5)))] = $value;
        }
    }
    // Apache leaves this one out for CGI unless it is told otherwise, and renames it after a rewrite.
    $authorization = $_SERVER['REDIRECT_HTTP_AUTHORIZATION'] ?? null;
    if (!isset($headers['authorization']) && is_string($authorization)) {
        $headers['authorization'] = $authorization;
    }
    $isSecure = !in_array(strtolower((string) ($_SERVER['HTTPS'] ?? '')), ['', 'off'], true);
    return [
        'method' => $_SERVER['REQUEST_METHOD'] ?? 'GET',
        'path' => $isBelow ? substr($path, strlen($base)) : 'elsewhere',
        'query' => $_SERVER['QUERY_STRING'] ?? '',
        'origin' => ($isSecure ? 'https://' : 'http://') . $host,
        'address' => $_SERVER['REMOTE_ADDR'] ?? null,
        'headers' => $headers,
    ];
}

/**
 * The variables of the environment, over those of the file `hasoffers-config.php`, which lies above this folder
 * (better) or in it, or where HASOFFERS_CONFIG says. It returns them as an array, and so sends nothing when it is
 * requested itself.
 *
 * @param string[] $publicFolders
 * @return array<string, mixed>
 * @throws ConfigurationError
 */
function readVariables(array $publicFolders): array
{
    $environment = getenv();
    foreach (array_merge(VARIABLES, ['HASOFFERS_CONFIG', 'HASOFFERS_PATH', 'HASOFFERS_STORAGE']) as $name) {
        // Where the web server sets them for PHP alone.
        if (isset($_SERVER[$name]) && is_string($_SERVER[$name])) {
            $environment[$name] = $_SERVER[$name];
        }
    }
    $own = array_filter($environment, static function ($name): bool {
        return strpos((string) $name, 'HASOFFERS_') === 0;
    }, ARRAY_FILTER_USE_KEY);
    $places = [dirname(__DIR__) . '/hasoffers-config.php', __DIR__ . '/hasoffers-config.php'];
    foreach (isset($own['HASOFFERS_CONFIG']) ? [$own['HASOFFERS_CONFIG']] : $places as $path) {
        if (is_file($path)) {
            return $own + readConfigFile($path, $publicFolders);
        }
    }
    return $own;
}

/** @param string[] $publicFolders @return array<string, mixed> @throws ConfigurationError */
function readConfigFile(string $path, array $publicFolders): array
{
    $problem = Folders::findConfigProblem($path, $publicFolders);
    if ($problem !== null) {
        throw new ConfigurationError([$problem]);
    }
    ob_start();
    try {
        $variables = require $path;
    } catch (\Throwable $error) {
        // Its message quotes the file: of a key without quotes, the whole key.
        $problem = "PHP cannot read the file with the settings, line {$error->getLine()}: "
            . "write 'NAME' => 'value', with both texts in quotes and a comma at the end.";
        throw new ConfigurationError([$problem]);
    } finally {
        $output = ob_get_clean();
    }
    if ($output !== '') {
        $problem = 'The file with the settings sends text: it must be PHP that only returns an array.';
        throw new ConfigurationError([$problem]);
    }
    if (!is_array($variables)) {
        throw new ConfigurationError(['The file with the settings must return an array: return [...];']);
    }
    return $variables;
}

/** Answers the request that PHP has got; in a shell: says whether the settings are complete. */
function main(): void
{
    ini_set('display_errors', '0');
    $publicFolders = array_values(array_filter([(string) ($_SERVER['DOCUMENT_ROOT'] ?? ''), __DIR__], 'strlen'));
    $problems = [];
    $variables = [];
    try {
        $variables = readVariables($publicFolders);
    } catch (ConfigurationError $error) {
        $problems = $error->problems;
    }
    if (PHP_SAPI === 'cli') {
        $problems = $problems === [] ? findProblems($variables, $publicFolders) : $problems;
        foreach (Settings::findTypos($variables) as $name) {
            $problems[] = "$name is not a known variable and has no effect.";
        }
        echo $problems === [] ? "The settings are complete.\n" : '- ' . implode("\n- ", $problems) . "\n";
        exit($problems === [] ? 0 : 1);
    }
    $endpoint = $variables['HASOFFERS_PATH'] ?? $_SERVER['SCRIPT_NAME'] ?? '/';
    $request = readRequest((string) $endpoint);
    if ($problems === []) {
        $response = handle($variables, $request, ['publicFolders' => $publicFolders]);
    } else {
        $response = refuseToStart(implode(' ', $problems));
    }
    send($response, $request['method']);
}
