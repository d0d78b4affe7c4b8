<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** The settings, read from the variables of docs/proxy.md and checked. A value is never repeated: it may be a key. */
final class Settings
{
    private const OTHERS = ['HASOFFERS_CONFIG', 'HASOFFERS_PATH', 'HASOFFERS_STORAGE'];
    private const NUMBERS = [
        'HASOFFERS_CLIENT_LIMIT' => [0, 100000000, 600],
        'HASOFFERS_TRUSTED_HOPS' => [0, 10, 0],
        'HASOFFERS_UPSTREAM_BUDGET' => [1, 1000, 40],
        'HASOFFERS_UPSTREAM_TIMEOUT' => [100, 60000, 5000],
    ];

    /** @var string As in https://NETWORKID.api.hasoffers.com */
    public $networkId;
    /** @var string[] In order of preference; none while the key file cannot be used. */
    public $keys = [];
    /** @var string[]|null '*' stands for any; null: pages of the proxy's own origin. */
    public $allowedOrigins;
    /** @var string[] */
    public $allow = [];
    /** @var string[] */
    public $linkHosts = [];
    /** @var int Requests a client may make per minute; 0: no limit. */
    public $clientLimit;
    /** @var int */
    public $trustedHops;
    /** @var int Calls in any 10 s. */
    public $upstreamBudget;
    /** @var int Milliseconds. */
    public $upstreamTimeout;
    /** @var string|null */
    public $affiliateUserId;
    /** @var string URL of the API without query. */
    public $upstream;
    /** @var bool The network's id is not in the host name, so it is sent as a parameter. */
    public $sendsNetworkId;
    /** @var string[] None: tokens are not accepted. */
    public $tokenSecrets = [];
    /** @var string */
    public $storage;
    /** @var string|null Why the key file cannot be used at this moment. */
    public $keyFileProblem;

    /** @var array<string, string> */
    private $variables = [];
    /** @var string[] */
    private $problems = [];

    /**
     * @param array<string, mixed> $variables text or numbers; an empty one counts as absent
     * @param string[] $publicFolders from which the web server serves files
     * @throws ConfigurationError
     */
    public function __construct(array $variables, array $publicFolders)
    {
        foreach ($variables as $name => $value) {
            if (is_string($value) || is_int($value)) {
                $this->variables[$name] = trim((string) $value);
            }
        }
        $this->readCredentials($publicFolders);
        $this->readAccess();
        $this->readNumbers();
        $this->readUpstream();
        $this->readStorage($publicFolders);
        if ($this->problems !== []) {
            throw new ConfigurationError($this->problems);
        }
    }

    /**
     * Variables with a name that is not known, and so without effect.
     *
     * @param array<string, mixed> $variables
     * @return string[]
     */
    public static function findTypos(array $variables): array
    {
        $known = array_merge(VARIABLES, self::OTHERS);
        return array_values(array_filter(array_keys($variables), static function ($name) use ($known): bool {
            return strpos((string) $name, 'HASOFFERS_') === 0 && !in_array($name, $known, true);
        }));
    }

    private function get(string $name): ?string
    {
        $value = $this->variables[$name] ?? '';
        return $value === '' ? null : $value;
    }

    private function check(string $name, bool $isGood, string $problem): void
    {
        if (!$isGood) {
            $this->problems[] = "$name $problem.";
        }
    }

    /** @param string[] $publicFolders */
    private function readCredentials(array $publicFolders): void
    {
        $this->networkId = $this->get('HASOFFERS_NETWORK_ID') ?? '';
        $this->check(
            'HASOFFERS_NETWORK_ID',
            (bool) preg_match('/^[A-Za-z0-9-]{1,63}$/D', $this->networkId),
            "must be your network's id, the first part of NETWORKID.api.hasoffers.com"
        );
        $keyFile = $this->get('HASOFFERS_API_KEY_FILE');
        $keys = $this->get('HASOFFERS_API_KEY');
        $hasOne = ($keyFile === null) !== ($keys === null);
        $this->check('HASOFFERS_API_KEY', $hasOne, 'or HASOFFERS_API_KEY_FILE must be set, and not both');
        if ($keys !== null) {
            $this->keys = self::toKeys($keys);
            $problem = self::findKeyProblem($this->keys);
            $this->check('HASOFFERS_API_KEY', $problem === null, $problem ?? '');
        } elseif ($keyFile !== null) {
            $this->check('HASOFFERS_API_KEY_FILE', !Folders::isPublic($keyFile, $publicFolders), Folders::PUBLIC_FILE);
            $this->readKeyFile($keyFile);
        }
        $this->tokenSecrets = self::toList($this->get('HASOFFERS_TOKEN_SECRET') ?? '');
        foreach ($this->tokenSecrets as $index => $secret) {
            $problem = 'has fewer than 32 bytes at position ' . ($index + 1) . ': make one with "openssl rand -hex 32"';
            $this->check('HASOFFERS_TOKEN_SECRET', strlen($secret) >= 32, $problem);
        }
        $this->affiliateUserId = $this->get('HASOFFERS_AFFILIATE_USER_ID');
        $isId = $this->affiliateUserId === null || preg_match('/^[1-9]\d{0,9}$/D', $this->affiliateUserId);
        $problem = 'must be the number of a user of your affiliate account';
        $this->check('HASOFFERS_AFFILIATE_USER_ID', (bool) $isId, $problem);
    }

    /**
     * Read anew with each request, so that a key is replaced without a restart. A file that is gone or malformed, as
     * in the middle of being written, is no configuration error: cached answers are served meanwhile.
     */
    private function readKeyFile(string $path): void
    {
        $text = @file_get_contents($path);
        $keys = $text === false ? [] : self::toKeys($text);
        $this->keyFileProblem = $text === false ? 'cannot be read' : self::findKeyProblem($keys);
        $this->keys = $this->keyFileProblem === null ? $keys : [];
    }

    private function readAccess(): void
    {
        $origins = $this->get('HASOFFERS_ALLOWED_ORIGINS');
        $this->allowedOrigins = $origins === null ? null : self::toList($origins);
        foreach ($origins === '*' ? [] : ($this->allowedOrigins ?? []) as $index => $origin) {
            $isOrigin = preg_match('#^https?://(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$#D', $origin)
                && !preg_match('#^http://.*:80$|^https://.*:443$#D', $origin);
            $problem = 'has a malformed entry at position ' . ($index + 1)
                . ': write https://site.example without path or final slash';
            $this->check('HASOFFERS_ALLOWED_ORIGINS', $isOrigin, $problem);
        }
        $this->allow = self::toList($this->get('HASOFFERS_ALLOW') ?? '');
        foreach ($this->allow as $index => $methodId) {
            $position = $index + 1;
            if (!preg_match('/^[A-Za-z_]{1,60}::[A-Za-z]{1,60}(\+code)?$/D', $methodId)) {
                $problem = "has a malformed entry at position $position: write Target::Method";
            } else {
                $reason = Policy::findAllowProblem($methodId);
                $problem = $reason === null ? null : "names $methodId, which $reason";
            }
            $this->check('HASOFFERS_ALLOW', $problem === null, $problem ?? '');
        }
        $this->linkHosts = self::toList(strtolower($this->get('HASOFFERS_LINK_HOSTS') ?? ''));
        foreach ($this->linkHosts as $index => $host) {
            $problem = 'has a malformed host at position ' . ($index + 1)
                . ': write shop.example, without https:// or path';
            $isHost = (bool) preg_match('/^[a-z0-9.-]+(?::\d{1,5})?$/D', $host);
            $this->check('HASOFFERS_LINK_HOSTS', $isHost, $problem);
        }
    }

    private function readNumbers(): void
    {
        $values = [];
        foreach (self::NUMBERS as $name => [$min, $max, $default]) {
            $text = $this->get($name);
            $number = $text !== null && preg_match('/^\d{1,9}$/D', $text) ? (int) $text : -1;
            $values[] = $text === null ? $default : $number;
            $isGood = $text === null || ($number >= $min && $number <= $max);
            $this->check($name, $isGood, "must be a whole number from $min to $max");
        }
        [$this->clientLimit, $this->trustedHops, $this->upstreamBudget, $this->upstreamTimeout] = $values;
    }

    private function readUpstream(): void
    {
        $isRedis = $this->get('HASOFFERS_REDIS_URL') !== null;
        $this->check('HASOFFERS_REDIS_URL', !$isRedis, 'cannot be used here: only the proxy on Node speaks to Redis');
        $upstream = $this->get('HASOFFERS_UPSTREAM');
        $this->sendsNetworkId = $upstream !== null;
        $this->upstream = "https://$this->networkId.api.hasoffers.com/Apiv3/json";
        if ($upstream === null) {
            return;
        }
        $isUrl = (bool) preg_match('#^https?://[^\s/?\#@]+(?:/[^\s?\#]*)?$#D', $upstream);
        $this->check('HASOFFERS_UPSTREAM', $isUrl, 'must be an http(s) URL without user, query or fragment');
        $base = rtrim($upstream, '/');
        $this->upstream = substr($base, -5) === '/json' ? $base : "$base/Apiv3/json";
    }

    /** @param string[] $publicFolders */
    private function readStorage(array $publicFolders): void
    {
        $default = 'hasoffers-proxy-' . substr(hash('sha256', __FILE__ . "\0$this->networkId"), 0, 16);
        $this->storage = $this->get('HASOFFERS_STORAGE') ?? rtrim(sys_get_temp_dir(), '/') . "/$default";
        if (Folders::isPublic($this->storage, $publicFolders)) {
            $this->check('HASOFFERS_STORAGE', false, Folders::PUBLIC_FOLDER);
            return;
        }
        $problem = $this->problems === [] ? (new Storage($this->storage))->findProblem() : null;
        $this->check('HASOFFERS_STORAGE', $problem === null, $problem ?? '');
    }

    /** Comma separated, or one per line in a key file; the same key twice is one key. @return string[] */
    private static function toKeys(string $text): array
    {
        return array_values(array_unique(self::toList((string) preg_replace('/[\r\n]+/', ',', $text))));
    }

    /** @param string[] $keys */
    private static function findKeyProblem(array $keys): ?string
    {
        foreach ($keys as $index => $key) {
            if (!preg_match('/^[A-Za-z0-9._~-]{8,256}$/D', $key)) {
                $position = $index + 1;
                return "has a malformed key at position $position: 8 to 256 letters and digits are expected";
            }
        }
        return $keys === [] ? 'must hold at least one API key' : null;
    }

    /** @return string[] */
    private static function toList(string $text): array
    {
        return array_values(array_filter(array_map('trim', explode(',', $text)), 'strlen'));
    }
}
